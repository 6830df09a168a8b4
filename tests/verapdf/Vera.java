import java.io.FileInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/**
 * Asks veraPDF about files: {@code Vera 2a,ua1 one.pdf two.pdf}. For each file and level it prints
 * {@code PASS|FAIL level file checks=n} and below it each broken rule once, with how often and where first.
 * A file that cannot be read at all fails.
 */
public final class Vera {
  private static final int MOST_FAILURES = 5000;

  public static void main(String[] arguments) {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    List<String> levels = List.of(arguments[0].split(","));
    List<String> files = List.of(arguments).subList(1, arguments.length);
    boolean everythingPasses = !files.isEmpty();
    for (String file : files) {
      for (String level : levels) {
        everythingPasses &= judge(file, level);
      }
    }
    System.exit(everythingPasses ? 0 : 1);
  }

  private static boolean judge(String file, String level) {
    PDFAFlavour flavour = PDFAFlavour.fromString(level);
    var foundry = Foundries.defaultInstance();
    try (var bytes = new FileInputStream(file);
        var parser = foundry.createParser(bytes, flavour);
        var judge = foundry.createValidator(flavour, MOST_FAILURES, false, false, false)) {
      var verdict = judge.validate(parser);
      report(verdict.isCompliant(), level, file, verdict.getTotalAssertions());
      var broken = new TreeMap<String, List<TestAssertion>>();
      for (TestAssertion assertion : verdict.getTestAssertions()) {
        if (assertion.getStatus() == TestAssertion.Status.FAILED) {
          var rule = assertion.getRuleId();
          broken.computeIfAbsent(rule.getClause() + "-" + rule.getTestNumber(), key -> new ArrayList<>()).add(assertion);
        }
      }
      broken.forEach((rule, times) -> {
        var first = times.get(0);
        System.out.printf("   %s x%d: %s @ %s%n", rule, times.size(), first.getMessage(), first.getLocation().getContext());
      });
      return verdict.isCompliant();
    } catch (Exception unreadable) {
      report(false, level, file, 0);
      System.out.println("   unreadable: " + unreadable);
      return false;
    }
  }

  private static void report(boolean passes, String level, String file, int checks) {
    System.out.printf("%s %s %s checks=%d%n", passes ? "PASS" : "FAIL", level, file, checks);
  }
}
