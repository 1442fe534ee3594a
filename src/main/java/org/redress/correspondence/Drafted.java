package org.redress.correspondence;

import java.util.List;
import org.redress.kernel.Phrase;

/**
 * A draft made of a template and the facts of a case, for somebody to read and change before it is sent.
 *
 * @param text plain
 * @param missing which facts the template asks for and the case does not have: what would have told them is left out
 */
public record Drafted(String text, List<Phrase> missing) {}
