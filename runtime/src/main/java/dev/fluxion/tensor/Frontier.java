package dev.fluxion.tensor;

import java.util.Arrays;

/** The nodes whose turn is to come in a backward pass, the greatest level first: a binary heap. */
final class Frontier {

    private Node[] heap = new Node[4];
    private int size;

    void add(Node node) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * size);
        }
        int at = size++;
        while (at > 0 && heap[(at - 1) / 2].level < node.level) {
            heap[at] = heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        heap[at] = node;
    }

    /** Takes out the next node; null if there is none. */
    Node poll() {
        if (size == 0) {
            return null;
        }
        Node first = heap[0];
        Node moved = heap[--size];
        heap[size] = null;
        if (size > 0) {
            sink(moved);
        }
        return first;
    }

    private void sink(Node node) {
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && heap[child + 1].level > heap[child].level) {
                child++;
            }
            if (heap[child].level <= node.level) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = node;
    }
}
