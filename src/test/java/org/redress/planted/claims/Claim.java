package org.redress.planted.claims;

/** Something to look up at. */
public record Claim(String number) {}
