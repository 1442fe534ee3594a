package org.redress.rehearsal.model;

/**
 * How a photograph was taken.
 *
 * @param tiltDegrees how far the camera is off: turned, and leaning
 * @param blur standard deviation of the unsharpness in pixels
 * @param noise standard deviation of the sensor's noise, of 255
 * @param light how much of it there is: 1 by day
 * @param seed chooses the desk, the light and which way it is tilted
 */
public record Conditions(double tiltDegrees, double blur, double noise, double light, long seed) {
    /** Someone took their time. */
    public static Conditions steady(long seed) {
        return new Conditions(5, 0.6, 4, 1, seed);
    }

    /** A usual photograph from a hallway. */
    public static Conditions moderate(long seed) {
        return new Conditions(14, 1.1, 9, 1, seed);
    }

    /** In the dark, in a hurry: may well be unreadable. */
    public static Conditions heavy(long seed) {
        return new Conditions(32, 8, 26, 1, seed);
    }

    /** Where the lamp is broken: neither a machine nor an eye makes out what it is. */
    public static Conditions dark(long seed) {
        return new Conditions(32, 12, 22, 0.06, seed);
    }
}
