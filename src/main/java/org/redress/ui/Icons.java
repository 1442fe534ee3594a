package org.redress.ui;

import java.util.Map;

/** The product's own line icons: a path on a grid of 24, drawn by {@code ui/icon.jte} in the colour of the text. */
public final class Icons {
    private static final Map<String, String> PATHS = Map.ofEntries(
            Map.entry("alert", "M12 8v5 M12 16.5v.01 M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18"),
            Map.entry("back", "M5 12h14 M11 6l-6 6l6 6"),
            Map.entry("barcode", "M4 6v12 M8 6v12 M11 6v12 M15 6v12 M17 6v12 M20 6v12"),
            Map.entry("box", "M12 3l8 4.5v9L12 21l-8-4.5v-9z M12 12l8-4.5 M12 12v9 M12 12L4 7.5 M16 5.2L8 9.8"),
            Map.entry(
                    "camera",
                    "M4 8a2 2 0 0 1 2-2h2l1.5-2h5L16 6h2a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2z M12 9a3.5 3.5 0 1 0 0 7a3.5 3.5 0 0 0 0-7"),
            Map.entry("check", "M5 12.5l4.5 4.5L19 7.5"),
            Map.entry("clock", "M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18 M12 7v5l3.5 2"),
            Map.entry("cross", "M6 6l12 12 M18 6L6 18"),
            Map.entry("down", "M6 9.5l6 6l6-6"),
            Map.entry("edit", "M4 20h4L19 9l-4-4L4 16z M13 7l4 4"),
            Map.entry("equal", "M5 9h14 M5 15h14"),
            Map.entry("file", "M6 3h8l4 4v14H6z M14 3v4h4 M9 12h6 M9 16h6"),
            Map.entry("filter", "M4 6h16 M7 12h10 M10 18h4"),
            Map.entry("forward", "M5 12h14 M13 6l6 6l-6 6"),
            Map.entry("gift", "M4 9h16v4H4z M6 13v7h12v-7 M12 9v11 M12 9c-2 0-5-1-5-3s4-2 5 3c1-5 5-5 5-3s-3 3-5 3"),
            Map.entry("image", "M4 5h16v14H4z M4 16l5-5l4 4l2-2l5 5 M15 9v.01"),
            Map.entry("leave", "M14 8V5H5v14h9v-3 M10 12h10 M17 9l3 3l-3 3"),
            Map.entry("lock", "M6 11h12v9H6z M8.5 11V8a3.5 3.5 0 0 1 7 0v3"),
            Map.entry("mail", "M4 6h16v12H4z M4 7l8 6l8-6"),
            Map.entry("menu", "M4 7h16 M4 12h16 M4 17h16"),
            Map.entry("message", "M4 5h16v11h-8l-4 4v-4H4z M8 9.5h8 M8 12.5h5"),
            Map.entry("minus", "M5 12h14"),
            Map.entry("money", "M3 7h18v10H3z M12 9.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 0 0 0-5 M6 12v.01 M18 12v.01"),
            Map.entry("moon", "M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5"),
            Map.entry("plus", "M12 5v14 M5 12h14"),
            Map.entry(
                    "question",
                    "M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18 M9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8 M12 16.5v.01"),
            Map.entry("return", "M4 9h11a5 5 0 0 1 0 10H9 M8 5L4 9l4 4"),
            Map.entry("search", "M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13 M15.5 15.5L20 20"),
            Map.entry("settings", "M4 7h9 M17 7h3 M15 5v4 M4 12h3 M11 12h9 M9 10v4 M4 17h9 M17 17h3 M15 15v4"),
            Map.entry("star", "M12 4l2.5 5.2l5.5.8l-4 4l1 5.7l-5-2.7l-5 2.7l1-5.7l-4-4l5.5-.8z"),
            Map.entry(
                    "sun",
                    "M12 8a4 4 0 1 0 0 8a4 4 0 0 0 0-8 M12 3v1.5 M12 19.5V21 M3 12h1.5 M19.5 12H21 M5.6 5.6l1.1 1.1 M17.3 17.3l1.1 1.1 M18.4 5.6l-1.1 1.1 M6.7 17.3l-1.1 1.1"),
            Map.entry("tag", "M4 4h8l8 8l-8 8l-8-8z M8.5 8.5v.01"),
            Map.entry(
                    "truck",
                    "M3 6h11v10H3z M14 10h4l3 3v3h-7 M7 15a2 2 0 1 0 0 4a2 2 0 0 0 0-4 M17 15a2 2 0 1 0 0 4a2 2 0 0 0 0-4"),
            Map.entry("turn", "M19 12a7 7 0 1 1-2.2-5.1 M17 3v4.2h-4.2"),
            Map.entry("upload", "M12 16V5 M7.5 9.5L12 5l4.5 4.5 M4 15v4h16v-4"),
            Map.entry("user", "M12 4a4 4 0 1 0 0 8a4 4 0 0 0 0-8 M4.5 20a7.5 7.5 0 0 1 15 0"));

    private Icons() {}

    /** @throws IllegalArgumentException where there is no such icon: a page would show a hole */
    public static String path(String name) {
        var path = PATHS.get(name);
        if (path == null) {
            throw new IllegalArgumentException("No icon " + name);
        }
        return path;
    }
}
