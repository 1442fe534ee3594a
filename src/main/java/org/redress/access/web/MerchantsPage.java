package org.redress.access.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.access.Merchant;
import org.redress.access.MerchantForm;
import org.redress.ui.Choice;
import org.redress.ui.Frame;

/** @param link the invitation of the administrator of a merchant just founded; shown once */
public record MerchantsPage(
        Frame frame,
        List<Merchant> merchants,
        AccountsPage.@Nullable OneTimeLink link,
        MerchantForm merchant,
        String email,
        String name,
        FieldFaults faults,
        List<Choice> languages,
        List<Choice> zones,
        List<Choice> currencies) {}
