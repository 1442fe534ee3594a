package org.redress.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.Redress;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** The product in this process, on the database of a server that runs beside it and has nothing to do. */
final class OwnProduct implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final Path folder;

    /**
     * @param home of the server
     * @param settings beyond where it is
     */
    OwnProduct(Path home, String... settings) throws IOException {
        this.folder = Files.createTempDirectory("redress-bench-own");
        var port = Files.readAllLines(home.resolve("postgres").resolve("postmaster.pid"))
                .get(3)
                .strip();
        var passwords = Files.readAllLines(home.resolve("postgres.passwords"));
        this.context = new SpringApplicationBuilder(Redress.class)
                .initializers(starting ->
                        starting.getBeanFactory().registerSingleton(WithoutTests.class.getName(), new WithoutTests()))
                .run(Stream.concat(
                                Stream.of(
                                        "--redress.home=" + folder,
                                        "--redress.sample=false",
                                        "--server.port=0",
                                        "--server.address=127.0.0.1",
                                        "--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + port + "/redress",
                                        "--spring.datasource.username=redress_app",
                                        "--spring.datasource.password=" + passwords.get(2),
                                        "--spring.flyway.user=redress_owner",
                                        "--spring.flyway.password=" + passwords.get(1)),
                                Arrays.stream(settings))
                        .toArray(String[]::new));
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    /** What tests bring along is no part of the product. */
    private static final class WithoutTests extends TypeExcludeFilter {
        @Override
        public boolean match(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
            return reader.getResource().getURL().toString().contains("/test-classes/");
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof WithoutTests;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    @Override
    public void close() throws IOException {
        context.close();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
