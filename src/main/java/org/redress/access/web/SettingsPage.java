package org.redress.access.web;

import java.util.List;
import org.redress.access.MerchantForm;
import org.redress.ui.Choice;
import org.redress.ui.Frame;

public record SettingsPage(
        Frame frame,
        MerchantForm merchant,
        FieldFaults faults,
        List<Choice> languages,
        List<Choice> zones,
        List<Choice> currencies) {}
