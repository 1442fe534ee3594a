package org.redress.ui.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.redress.ui.Answers;
import org.redress.ui.Problem;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Errors from outside of any controller: the security chain, the container, a page that broke while it was drawn. */
@Controller
class ErrorPages implements ErrorController {
    private final Answers answers;
    private final Diagnosis diagnosis;

    ErrorPages(Answers answers, Diagnosis diagnosis) {
        this.answers = answers;
        this.diagnosis = diagnosis;
    }

    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answers.say(problem(request), request, response);
    }

    private Problem problem(HttpServletRequest request) {
        var exception = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (exception != null) {
            return diagnosis.of(exception, request);
        }
        var status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return Diagnosis.of(HttpStatusCode.valueOf(status == null ? 404 : status));
    }
}
