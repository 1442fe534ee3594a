package org.redress.remedy;

/** What an upper floor offers to do with a version of the rules: declare it as a bean. */
public interface PolicyLink {
    /** Key of its text. */
    String text();

    String href(PolicyVersion version);
}
