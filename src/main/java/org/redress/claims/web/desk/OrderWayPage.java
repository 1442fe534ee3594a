package org.redress.claims.web.desk;

import java.util.List;
import org.redress.claims.Claim;
import org.redress.traces.Parcel;
import org.redress.ui.Frame;

/** @param claims the newest first; none where the reader does not work on claims */
public record OrderWayPage(Frame frame, List<Parcel> parcels, List<Claim> claims) {}
