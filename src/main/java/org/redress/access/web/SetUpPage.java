package org.redress.access.web;

import java.util.List;
import org.redress.access.MerchantForm;
import org.redress.ui.Choice;
import org.redress.ui.Frame;

/** The first page of a new installation. */
public record SetUpPage(
        Frame frame,
        String token,
        MerchantForm merchant,
        String email,
        String name,
        FieldFaults faults,
        List<Choice> languages,
        List<Choice> zones,
        List<Choice> currencies) {}
