package org.redress.ui;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a client sends in the body, for the OpenAPI document. The method itself reads it with {@link JsonBody}. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Takes {
    Class<?> value();

    /** What a request takes that says all by its path: no body, or an empty object. */
    record Nothing() {}

    /** Whether the body may be left out. */
    boolean optional() default false;
}
