package org.redress.access.web;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.access.ApiKey;
import org.redress.access.Role;
import org.redress.ui.Frame;

/** @param created the key just made; shown once */
public record KeysPage(
        Frame frame,
        List<ApiKey> keys,
        @Nullable String created,
        String name,
        Set<Role> roles,
        List<Role> choices,
        FieldFaults faults) {}
