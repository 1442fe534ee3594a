package org.redress.evidence.model;

/** The short form of a UPC-A number, for small packages. */
final class UpcE {
    private UpcE() {}

    /**
     * The 12 digits that the 8 stand for (GS1 General Specifications, 5.2.2.4: zeros were left out, and the last of the
     * six says where).
     */
    static String expanded(String eight) {
        var system = eight.substring(0, 1);
        var six = eight.substring(1, 7);
        var check = eight.substring(7);
        char last = six.charAt(5);
        return system
                + switch (last) {
                    case '0', '1', '2' -> six.substring(0, 2) + last + "0000" + six.substring(2, 5);
                    case '3' -> six.substring(0, 3) + "00000" + six.substring(3, 5);
                    case '4' -> six.substring(0, 4) + "00000" + six.charAt(4);
                    default -> six.substring(0, 5) + "0000" + last;
                }
                + check;
    }
}
