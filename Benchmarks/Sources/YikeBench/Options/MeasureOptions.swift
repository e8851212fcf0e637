import ArgumentParser

/// How often to run and where to keep the result.
struct MeasureOptions: ParsableArguments {
  @Option(help: "Counted runs, after one that is not counted.")
  var runs = 7

  @Option(help: ArgumentHelp("Add the result to this file as JSON lines.", valueName: "file"))
  var json: String?

  @Option(help: "Threads that search; changes no result.")
  var threads = 2
}
