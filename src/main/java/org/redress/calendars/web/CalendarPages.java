package org.redress.calendars.web;

import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.calendars.CalendarForm;
import org.redress.calendars.Calendars;
import org.redress.calendars.web.CalendarPage.NewDay;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.ui.Choice;
import org.redress.ui.Day;
import org.redress.ui.Flash;
import org.redress.ui.Frame;
import org.redress.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

@Controller
@RequestMapping(CalendarPages.PATH)
@Requires(Role.ADMIN)
class CalendarPages {
    static final String PATH = "/admin/calendar";

    private static final int AHEAD = 14;

    private final Calendars calendars;
    private final InstantSource clock;

    CalendarPages(Calendars calendars, InstantSource clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(Frame frame, Viewer viewer) {
        var form = CalendarForm.of(calendars.find(viewer.merchant()));
        return page(frame, viewer, form, NewDay.BLANK, Map.of(), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView change(
            Frame frame, Viewer viewer, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        var form = new CalendarForm(
                typed.getOrDefault("zone", ""),
                !typed.getOrDefault("hours", "").equals("week"),
                Arrays.stream(DayOfWeek.values())
                        .collect(Collectors.toMap(day -> day, day -> typed.getOrDefault(CalendarPage.field(day), ""))),
                typed.getOrDefault("country", ""),
                typed.getOrDefault("region", ""));
        try {
            calendars.change(viewer.merchant(), form);
        } catch (Refused refused) {
            return page(
                    frame,
                    viewer,
                    form,
                    NewDay.BLANK,
                    faults(refused, frame.words()),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return saved(redirect);
    }

    @PostMapping("/days")
    ModelAndView add(
            Frame frame,
            Viewer viewer,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String shifts,
            @RequestParam(defaultValue = "") String name,
            RedirectAttributes redirect) {
        try {
            calendars.addDay(viewer.merchant(), day, shifts, name);
        } catch (Refused refused) {
            if (refused.refusal().kind() != Refusal.Kind.INVALID) {
                Flash.refused(redirect, refused.refusal().reason());
                return see();
            }
            var form = CalendarForm.of(calendars.find(viewer.merchant()));
            var faults = faults(refused, frame.words());
            return page(frame, viewer, form, new NewDay(day, shifts, name), faults, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return saved(redirect);
    }

    @PostMapping("/days/removal")
    ModelAndView remove(Viewer viewer, @RequestParam(defaultValue = "") String day, RedirectAttributes redirect) {
        calendars.removeDay(viewer.merchant(), Day.read(day).orElseThrow(() -> new Refused(Refusal.absent())));
        return saved(redirect);
    }

    @PostMapping("/arrangement")
    ModelAndView arrange(Viewer viewer, @RequestParam(defaultValue = "") String year, RedirectAttributes redirect) {
        try {
            calendars.arrange(viewer.merchant(), year);
        } catch (Refused refused) {
            Flash.refused(redirect, refused.refusal().reason());
            return see();
        }
        return saved(redirect);
    }

    private static ModelAndView saved(RedirectAttributes redirect) {
        Flash.done(redirect, Phrase.of("calendars.saved"));
        return see();
    }

    private static ModelAndView see() {
        var view = new RedirectView(PATH, true);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(view);
    }

    private static Map<String, String> faults(Refused refused, Words words) {
        var faults = new LinkedHashMap<String, String>();
        refused.refusal()
                .faults()
                .forEach(fault -> faults.putIfAbsent(fault.pointer().substring(1), words.say(fault.message())));
        return faults;
    }

    private ModelAndView page(
            Frame frame, Viewer viewer, CalendarForm form, NewDay day, Map<String, String> faults, HttpStatus status) {
        var merchant = viewer.merchant();
        var calendar = calendars.find(merchant);
        var today = LocalDate.ofInstant(clock.instant(), calendar.zone());
        var page = new CalendarPage(
                frame,
                form,
                day,
                faults,
                zones(),
                countries(frame.words()),
                calendars.regions(form.country()),
                calendar.days(),
                today,
                calendars.ahead(merchant, today, AHEAD),
                calendars.arranged());
        return new ModelAndView("calendars/calendar", Map.of("page", page), status);
    }

    private static List<Choice> zones() {
        return Stream.concat(
                        Stream.of("UTC"),
                        ZoneId.getAvailableZoneIds().stream()
                                .filter(zone ->
                                        zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
                                .sorted())
                .map(zone -> new Choice(zone, zone))
                .toList();
    }

    private List<Choice> countries(Words words) {
        return Stream.concat(
                        Stream.of(new Choice("", words.say("calendars.no-holidays"))),
                        calendars.countries().stream()
                                .map(code -> new Choice(
                                        code,
                                        Locale.of("", code.toUpperCase(Locale.ROOT))
                                                .getDisplayCountry(words.locale())))
                                .sorted(Comparator.comparing(Choice::text)))
                .toList();
    }
}
