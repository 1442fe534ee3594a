package org.redress;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The one law of the house (docs/house.md): look down, never sideways, never up; and within a module
 * {@code root <- model <- store <- app}, where {@code web} and {@code rest} see only the root.
 */
final class Floors {
    /** From the ground up. In the cellar each may use those to its left; above it nobody looks sideways. */
    static final List<List<String>> FLOORS = List.of(
            List.of("kernel"),
            List.of("gs1"),
            List.of("database"),
            List.of("ui"),
            List.of("access"),
            List.of("sheets", "calendars", "clock"),
            List.of("orders", "traces", "evidence", "remedy", "manners"),
            List.of("claims"),
            List.of("settlement", "correspondence", "investigation", "replay", "live", "rota", "handbook"),
            List.of("outreach", "rehearsal"),
            List.of("practice"));

    private static final List<String> PURE = List.of("org.springframework", "java.sql", "javax.sql", "org.postgresql");
    private static final List<String> ROOMS = List.of("model", "dmn", "store", "app");
    private static final List<String> DOORS = List.of("web", "rest");

    private final String root;
    private final JavaClasses classes;

    /** @param root the package whose sub-packages are the modules */
    Floors(String root, JavaClasses classes) {
        this.root = root + ".";
        this.classes = classes;
    }

    /** The modules that have classes here. */
    Set<String> modules() {
        var modules = new TreeSet<String>();
        classes.forEach(type -> module(type).ifPresent(modules::add));
        return modules;
    }

    List<String> looksUpOrSideways() {
        return violations((from, to, _) -> {
            var lower = module(from);
            var upper = module(to);
            return lower.isPresent()
                    && upper.isPresent()
                    && !lower.equals(upper)
                    && floor(upper.get()) >= floor(lower.get());
        });
    }

    List<String> looksIntoAnotherModule() {
        return violations(
                (from, to, _) -> module(to).isPresent() && !module(from).equals(module(to)) && room(to).isPresent());
    }

    List<String> leavesItsRoom() {
        return violations((from, to, _) -> module(from).isPresent()
                && module(from).equals(module(to))
                && mayNotSee(room(from).orElse("root"), room(to).orElse("root")));
    }

    private static boolean mayNotSee(String from, String to) {
        if (to.equals("root") || from.equals(to) || from.equals("out")) {
            return false;
        }
        if (DOORS.contains(from)) {
            return true;
        }
        return from.equals("root") || ROOMS.indexOf(to) > ROOMS.indexOf(from);
    }

    List<String> soilsTheModel() {
        return violations((from, to, _) -> room(from).equals(Optional.of("model"))
                && PURE.stream().anyMatch(to.getPackageName()::startsWith)
                && !to.getPackageName().startsWith("org.springframework.modulith"));
    }

    private interface Rule {
        boolean isBrokenBy(JavaClass from, JavaClass to, Dependency dependency);
    }

    private List<String> violations(Rule rule) {
        var violations = new ArrayList<String>();
        for (var type : classes) {
            for (var dependency : type.getDirectDependenciesFromSelf()) {
                if (rule.isBrokenBy(type, dependency.getTargetClass(), dependency)) {
                    violations.add(type.getName() + " -> "
                            + dependency.getTargetClass().getName());
                }
            }
        }
        return violations.stream().distinct().sorted().toList();
    }

    private Optional<String> module(JavaClass type) {
        var name = type.getPackageName() + ".";
        return name.startsWith(root)
                ? Optional.of(name.substring(root.length()))
                        .filter(rest -> !rest.isEmpty())
                        .map(rest -> rest.substring(0, rest.indexOf('.')))
                : Optional.empty();
    }

    private Optional<String> room(JavaClass type) {
        return module(type)
                .map(module -> type.getPackageName().substring(root.length() + module.length()))
                .filter(rest -> !rest.isEmpty())
                .map(rest -> List.of(rest.substring(1).split("\\.", -1)).getFirst());
    }

    private static int floor(String module) {
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            if (FLOORS.get(floor).contains(module)) {
                return floor;
            }
        }
        throw new IllegalStateException("The module " + module + " stands on no floor: add it to Floors");
    }
}
