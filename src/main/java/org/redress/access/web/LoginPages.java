package org.redress.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.ui.Frame;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class LoginPages {
    @GetMapping("/login")
    ModelAndView login(
            Frame frame,
            @RequestParam(required = false) @Nullable String out,
            @RequestParam(required = false) @Nullable String ready) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof StaffLogin staff) {
            return new ModelAndView(See.other(staff.home()));
        }
        var notice = out != null ? "access.login.out" : ready != null ? "access.login.ready" : null;
        var page = new LoginPage(
                frame, "", null, notice == null ? null : frame.words().say(notice));
        return new ModelAndView("access/login", Map.of("page", page));
    }

    @PostMapping(LoginRefused.PATH)
    ModelAndView refused(Frame frame, HttpServletRequest request) {
        if (!(request.getAttribute(LoginRefused.REASON)
                instanceof LoginRefused.Reason(HttpStatus status, var says, var email))) {
            throw new Refused(Refusal.absent());
        }
        var page = new LoginPage(frame, email, frame.words().say(says), null);
        return new ModelAndView("access/login", Map.of("page", page), status);
    }
}
