package org.redress.ui;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Our own scripts, styles and pictures under {@code static/assets}. Their address carries a hash of them all, so a
 * browser may keep them for a year and still sees a new version at once.
 */
@Component
public class Assets {
    private final String folder;

    Assets() throws IOException, NoSuchAlgorithmException {
        var files = new PathMatchingResourcePatternResolver().getResources("classpath*:static/assets/**/*.*");
        Arrays.sort(files, Comparator.comparing(file -> String.valueOf(file.getFilename())));
        var hash = MessageDigest.getInstance("SHA-256");
        for (var file : files) {
            hash.update(file.getContentAsByteArray());
        }
        this.folder = "/assets/" + HexFormat.of().formatHex(hash.digest(), 0, 6);
    }

    /** Where all of them stand, without a slash at its end: {@code /assets/3fa0c1d2e4b5}. */
    public String folder() {
        return folder;
    }
}
