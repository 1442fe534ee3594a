package org.redress.correspondence.app;

import java.nio.file.Path;

/**
 * A mail that lies in a file for the moment.
 *
 * @param source where it comes from, for staff
 * @param bytes as the mailbox says, though not all of them may be in the file
 * @param isWhole false where its end was left out
 */
public record ArrivedMail(String source, long bytes, Path file, boolean isWhole) {}
