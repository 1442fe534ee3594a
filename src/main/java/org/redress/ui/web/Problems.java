package org.redress.ui.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.redress.ui.Answers;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Every exception of a controller becomes an answer: a clear no, or an incident. */
@ControllerAdvice
class Problems {
    private final Answers answers;
    private final Diagnosis diagnosis;

    Problems(Answers answers, Diagnosis diagnosis) {
        this.answers = answers;
        this.diagnosis = diagnosis;
    }

    @ExceptionHandler
    void anything(Exception exception, HttpServletRequest request, HttpServletResponse response) throws IOException {
        answers.say(diagnosis.of(exception, request), request, response);
    }

    /** Nobody is listening any more. */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void gone() {}

    /** The security chain answers these: it knows whether to ask for a login. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void notHere(RuntimeException exception) {
        throw exception;
    }
}
