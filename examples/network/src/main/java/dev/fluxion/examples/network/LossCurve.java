package dev.fluxion.examples.network;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The losses over the epochs, drawn. */
final class LossCurve {

    static final Color TRAINED = new Color(0x1f77b4);
    static final Color HELD_OUT = new Color(0xd62728);

    private LossCurve() {}

    /** Whether this machine can draw text: some have no fonts. */
    static boolean canDraw() {
        try {
            BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
            return image.createGraphics().getFontMetrics().stringWidth("x") > 0;
        } catch (RuntimeException | LinkageError | InternalError e) {
            return false;
        }
    }

    /** The picture as PNG. */
    static byte[] toPng(List<Training.Epoch> epochs) {
        XYChart chart = new XYChartBuilder()
                .width(560)
                .height(360)
                .title("Cross-entropy by epoch")
                .xAxisTitle("epoch")
                .build();
        chart.getStyler()
                .setYAxisDecimalPattern("0.##")
                .setYAxisTickMarkSpacingHint(40)
                .setXAxisTickMarkSpacingHint(60);
        chart.getStyler()
                .setLegendPosition(Styler.LegendPosition.InsideNE)
                .setChartBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false)
                .setSeriesColors(new Color[] {TRAINED, HELD_OUT});
        add(chart, "training", epochs, Training.Epoch::trained);
        add(chart, "held out", epochs, Training.Epoch::heldOut);
        // XChart marks the places of the data where these are at equal distances; among others, not drawn, round
        // numbers.
        XYSeries frame = chart.addSeries("frame", new double[] {0, 0.37 * epochs.size()}, new double[] {0, 0});
        frame.setMarker(SeriesMarkers.NONE).setLineStyle(SeriesLines.NONE).setShowInLegend(false);
        try {
            return BitmapEncoder.getBitmapBytes(chart, BitmapEncoder.BitmapFormat.PNG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(
            XYChart chart, String name, List<Training.Epoch> epochs, ToDoubleFunction<Training.Epoch> loss) {
        double[] x = epochs.stream().mapToDouble(Training.Epoch::number).toArray();
        double[] y = epochs.stream().mapToDouble(loss).toArray();
        chart.addSeries(name, x, y).setMarker(SeriesMarkers.NONE);
    }
}
