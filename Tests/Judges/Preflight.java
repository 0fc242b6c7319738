import java.io.File;
import java.io.IOException;
import java.util.TreeSet;
import org.apache.pdfbox.preflight.PreflightDocument;
import org.apache.pdfbox.preflight.ValidationResult;
import org.apache.pdfbox.preflight.exception.SyntaxValidationException;
import org.apache.pdfbox.preflight.parser.PreflightParser;

/**
 * Judges files by PDF/A-1b with PDFBox: Preflight.java FILE... One line a file, and one for each of
 * its faults; code 1 if there is any. One call for many files: Java takes longer to start than to judge.
 */
public class Preflight {
  public static void main(String[] files) {
    boolean good = files.length > 0;
    for (String file : files) {
      TreeSet<String> faults = faults(new File(file));
      System.out.println(file + ": " + (faults.isEmpty() ? "ok" : faults.size() + " faults"));
      for (String fault : faults) System.out.println("  " + fault);
      good &= faults.isEmpty();
    }
    System.exit(good ? 0 : 1);
  }

  private static TreeSet<String> faults(File file) {
    TreeSet<String> faults = new TreeSet<>();
    try {
      for (ValidationResult.ValidationError error : judge(file).getErrorsList()) {
        String page = error.getPageNumber() == null ? "" : " (page " + (error.getPageNumber() + 1) + ")";
        faults.add(error.getErrorCode() + " " + error.getDetails() + page);
      }
    } catch (IOException | RuntimeException error) {
      faults.add("unreadable: " + error);
    }
    return faults;
  }

  private static ValidationResult judge(File file) throws IOException {
    try {
      PreflightParser parser = new PreflightParser(file);
      parser.parse();
      try (PreflightDocument document = parser.getPreflightDocument()) {
        document.validate();
        return document.getResult();
      }
    } catch (SyntaxValidationException error) {
      return error.getResult();
    }
  }
}
