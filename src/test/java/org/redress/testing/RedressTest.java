package org.redress.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.redress.Redress;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole product on a random port of loopback and a real, empty PostgreSQL. Contexts with the same properties are
 * shared, so a test makes its own merchant (or order) and never counts on an empty table.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Redress.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.datasource.url=replaced-by-FreshDatabase", "redress.sample=false"})
@ContextConfiguration(initializers = FreshDatabase.class)
public @interface RedressTest {}
