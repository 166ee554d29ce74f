package dev.fluxion.examples.lesson.chapters;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Curves over one axis, to be drawn. */
public record Plot(String file, String title, double[] x, List<Curve> curves) {

    /** The colours of the first curves. */
    public static final List<Color> COLORS = List.of(new Color(0x1f77b4), new Color(0xd62728));

    /** A curve through points, or the points alone where it jumps between them. */
    public record Curve(String name, double[] y, boolean jumps) {}

    /** A function and its derivative. */
    public static Plot of(String file, String function, double[] x, double[] y, double[] derivative, boolean jumps) {
        return new Plot(
                file,
                function + " and its derivative",
                x,
                List.of(new Curve(function, y, false), new Curve("derivative", derivative, jumps)));
    }

    /** Whether this machine can draw text: some have no fonts. */
    public static boolean canDraw() {
        try {
            BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
            return image.createGraphics().getFontMetrics().stringWidth("x") > 0;
        } catch (RuntimeException | LinkageError | InternalError e) {
            return false;
        }
    }

    /** The picture as PNG. */
    public byte[] toPng() {
        XYChart chart = new XYChartBuilder()
                .width(560)
                .height(360)
                .title(title)
                .xAxisTitle("x")
                .build();
        chart.getStyler()
                .setLegendPosition(Styler.LegendPosition.OutsideS)
                .setLegendLayout(Styler.LegendLayout.Horizontal)
                .setChartBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false)
                .setMarkerSize(4)
                .setSeriesColors(COLORS.toArray(Color[]::new));
        chart.getStyler()
                .setXAxisDecimalPattern("0.#")
                .setYAxisDecimalPattern("0.##")
                .setXAxisTickMarkSpacingHint(60)
                .setYAxisTickMarkSpacingHint(50);
        for (Curve curve : curves) {
            XYSeries series = chart.addSeries(curve.name(), x, curve.y());
            series.setMarker(SeriesMarkers.CIRCLE);
            if (curve.jumps()) {
                series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
            }
        }
        addFrame(chart);
        return bytes(chart);
    }

    /** XChart marks the places of the data where these are at equal distances; among others, not drawn, round numbers. */
    private void addFrame(XYChart chart) {
        double[] y = curves.get(0).y();
        double low = Arrays.stream(y).min().orElseThrow();
        double high = Arrays.stream(y).max().orElseThrow();
        double[] places = {x[0], x[0] + 0.37 * (x[x.length - 1] - x[0])};
        XYSeries frame = chart.addSeries("frame", places, new double[] {low, low + 0.37 * (high - low)});
        frame.setMarker(SeriesMarkers.NONE).setLineStyle(SeriesLines.NONE).setShowInLegend(false);
    }

    private static byte[] bytes(XYChart chart) {
        try {
            return BitmapEncoder.getBitmapBytes(chart, BitmapEncoder.BitmapFormat.PNG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
