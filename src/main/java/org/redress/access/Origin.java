package org.redress.access;

/** The address under which the outside reaches this server, for links in mails and answers: {@code https://host}, no slash at its end. */
public interface Origin {
    /** The configured address (REDRESS_ORIGIN), else that of the request under way, else of the listening socket. */
    String url();
}
