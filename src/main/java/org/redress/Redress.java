package org.redress;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableAsync;

/** Starts the product. */
@SpringBootApplication
@Modulithic(systemName = "Redress")
@EnableAsync
public class Redress {
    public static void main(String[] arguments) {
        SpringApplication.run(Redress.class, arguments);
    }
}
