package org.redress.ui.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Objects;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.ui.JsonBody;
import org.springframework.web.servlet.HandlerInterceptor;

/** What cannot be kept as text is refused at the door, so that no form and no query has to think of it. */
final class StorableText implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.getParameterMap().forEach((name, values) -> {
            var readable = JsonBody.isStorable(name);
            // A form in the body of a PUT or DELETE may name a field and give it nothing.
            if (!readable || !Arrays.stream(values).filter(Objects::nonNull).allMatch(JsonBody::isStorable)) {
                throw new Refused(Refusal.invalid(
                        readable ? ReadingFaults.pointer(name) : "", "BAD_CHARACTER", Phrase.of("json.character")));
            }
        });
        return true;
    }
}
