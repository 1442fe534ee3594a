package org.redress.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The roles, of which the caller of a controller must hold at least one. Stands on a controller or on one of its methods,
 * where it replaces that of the controller. Every handler under {@code /api}, {@code /epcis}, {@code /desk} and
 * {@code /admin} carries it (a test lists those that do not). Without the role a REST call is answered 403 and a page
 * shows the refusal, before the body is read. No role includes another.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {
    Role[] value();
}
