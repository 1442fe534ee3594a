package org.redress.access.rest;

import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.kernel.Actor;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A program that showed a valid key. */
final class ProgramLogin extends AbstractAuthenticationToken {
    private final transient Viewer viewer;

    ProgramLogin(Viewer viewer) {
        super(AuthorityUtils.createAuthorityList(
                viewer.roles().stream().map(Role::authority).toList()));
        this.viewer = viewer;
        setAuthenticated(true);
    }

    @Override
    public Viewer getPrincipal() {
        return viewer;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return viewer.actor() instanceof Actor.Program(var _, var name) ? name : "";
    }
}
