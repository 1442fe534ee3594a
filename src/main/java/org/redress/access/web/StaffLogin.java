package org.redress.access.web;

import java.util.ArrayList;
import java.util.List;
import org.redress.access.Login;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** Someone of the staff in their session. */
final class StaffLogin extends AbstractAuthenticationToken {
    /** Authority of those who run the installation: they see and found merchants. */
    static final String OPERATOR = "OPERATOR";

    private final transient Login login;

    StaffLogin(Login login) {
        super(AuthorityUtils.createAuthorityList(authorities(login)));
        this.login = login;
        setAuthenticated(true);
    }

    private static List<String> authorities(Login login) {
        var authorities = new ArrayList<String>();
        login.account().roles().stream().map(Role::authority).forEach(authorities::add);
        if (login.account().operator()) {
            authorities.add(OPERATOR);
        }
        return authorities;
    }

    Login login() {
        return login;
    }

    /** Where this person's work is. */
    String home() {
        return login.viewer().home();
    }

    @Override
    public Viewer getPrincipal() {
        return login.viewer();
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return login.account().name();
    }
}
