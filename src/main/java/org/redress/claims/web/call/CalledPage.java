package org.redress.claims.web.call;

import java.util.List;
import org.redress.claims.Claim;
import org.redress.ui.Frame;
import org.redress.ui.Words;

/**
 * What {@code claims/called.jte} shows: the end of a conversation, once there is a number.
 *
 * @param talk the words of the caller’s language
 * @param number that the caller is told
 * @param claim under which it goes on; it may be another
 * @param said what to say, in that language
 */
public record CalledPage(Frame frame, Words talk, String number, Claim claim, List<CallScript.Line> said) {}
