package org.redress.rehearsal.model.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.redress.testing.SharedData;

/** The shapes of orders and articles are those of the public data that they were taken from. */
class ShapesTest {
    private record Line(String order, String article, int units, double price) {}

    private static List<Line> lines() throws IOException {
        var lines = new ArrayList<Line>();
        try (var csv = CsvReader.builder().ofNamedCsvRecord(SharedData.file("orders-online-retail.csv"))) {
            for (var row : csv) {
                int units = Integer.parseInt(row.getField("Quantity"));
                double price = Double.parseDouble(row.getField("UnitPrice"));
                if (!row.getField("InvoiceNo").startsWith("C") && units > 0 && price > 0) {
                    lines.add(new Line(row.getField("InvoiceNo"), row.getField("StockCode"), units, price));
                }
            }
        }
        return lines;
    }

    private static double spread(double[] values) {
        double mean = DoubleStream.of(values).average().orElseThrow();
        return Math.sqrt(DoubleStream.of(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow());
    }

    private static Map<String, Integer> counted(List<String> names) {
        var counts = new HashMap<String, Integer>();
        names.forEach(name -> counts.merge(name, 1, Integer::sum));
        return counts;
    }

    @Test
    void orders_scatter_in_size_as_those_of_online_retail() throws IOException {
        var sizes = counted(lines().stream().map(Line::order).toList());
        var logs = sizes.values().stream().mapToDouble(Math::log).toArray();
        assertThat(sizes).hasSize(424);
        assertThat(spread(logs)).isCloseTo(Shapes.LINES_SPREAD, within(0.005));
    }

    @Test
    void units_on_a_line_are_as_consumers_buy_there() throws IOException {
        var lines = lines();
        var sizes = counted(lines.stream().map(Line::order).toList());
        var consumers = lines.stream()
                .filter(line -> sizes.getOrDefault(line.order(), 0) > 100)
                .toList();
        for (int i = 0; i < Shapes.UNITS.length; i++) {
            int units = i + 1;
            double share = (double) consumers.stream()
                            .filter(line -> line.units() == units)
                            .count()
                    / consumers.size();
            assertThat(Shapes.UNITS[i]).as("%d units", units).isCloseTo(share, within(0.005));
        }
    }

    @Test
    void articles_sell_the_less_the_lower_their_rank_as_there() throws IOException {
        var counts = counted(lines().stream().map(Line::article).toList()).values().stream()
                .sorted(Comparator.reverseOrder())
                .toList();
        var ranks = IntStream.range(10, 1_000)
                .mapToDouble(rank -> Math.log(rank + 1))
                .toArray();
        var sales = IntStream.range(10, 1_000)
                .mapToDouble(rank -> Math.log(counts.get(rank)))
                .toArray();
        double x = DoubleStream.of(ranks).average().orElseThrow();
        double y = DoubleStream.of(sales).average().orElseThrow();
        double slope = IntStream.range(0, ranks.length)
                        .mapToDouble(i -> (ranks[i] - x) * (sales[i] - y))
                        .sum()
                / DoubleStream.of(ranks).map(rank -> (rank - x) * (rank - x)).sum();
        assertThat(-slope).isCloseTo(Shapes.POPULARITY, within(0.005));
    }

    @Test
    void prices_scatter_as_there() throws IOException {
        var last = new HashMap<String, Double>();
        lines().forEach(line -> last.put(line.article(), line.price()));
        var logs = last.values().stream().mapToDouble(Math::log).toArray();
        assertThat(DoubleStream.of(logs).average().orElseThrow()).isCloseTo(Shapes.PRICE_LOG, within(0.005));
        assertThat(spread(logs)).isCloseTo(Shapes.PRICE_SPREAD, within(0.005));
    }

    @Test
    void articles_weigh_what_those_of_olist_weigh() throws IOException {
        var weights = new ArrayList<Double>();
        try (var csv = CsvReader.builder().ofNamedCsvRecord(SharedData.file("products-weights-olist.csv"))) {
            for (var row : csv) {
                var grams = row.getField("product_weight_g");
                if (!grams.isEmpty() && Double.parseDouble(grams) > 0) {
                    weights.add(Double.valueOf(grams));
                }
            }
        }
        weights.sort(Comparator.naturalOrder());
        assertThat(weights).hasSize(32_945);
        for (int i = 0; i < Shapes.WEIGHT_SHARES.length; i++) {
            double grams = weights.get((int) (Shapes.WEIGHT_SHARES[i] * weights.size()));
            assertThat(Shapes.WEIGHT_GRAMS[i]).isCloseTo(grams, within(0.01 * grams));
        }
        var chance = new Chance(1);
        var drawn = IntStream.range(0, 20_000)
                .mapToDouble(_ -> Math.log(Shapes.grams(chance)))
                .toArray();
        assertThat(DoubleStream.of(drawn).average().orElseThrow()).isCloseTo(6.726, within(0.06));
        assertThat(spread(drawn)).isCloseTo(1.349, within(0.08));
    }
}
