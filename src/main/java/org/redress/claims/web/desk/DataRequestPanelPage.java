package org.redress.claims.web.desk;

import java.util.List;
import org.redress.claims.ErasureRequest;
import org.redress.ui.Frame;

/** What {@code claims/data-request.jte} shows on the case page. */
public record DataRequestPanelPage(Frame frame, List<ErasureRequest> requests, boolean mayAnswer) {}
