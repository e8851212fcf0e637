import ArgumentParser
import Foundation
import Planning
import PlanningModel
import Targets

/// `yike policy add`.
struct PolicyAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "把条款写成条目，有歧义的词须作选择 · make an entry out of a clause",
    discussion: """
      在终端上逐项询问；脚本用下列参数。有歧义的词（以上、余、力争、一批、等、启动、建成、存量或增量、期限）没有选择时不写入，并列出各种读法。
      Asks step by step on a terminal; scripts use the flags. While a word that can be read in two \
      ways has no choice, nothing is written and the readings are listed.

      例 examples:
        yike policy add
        yike policy add --document D2024 --clause 二(三) --quote 创建3家以上“示范站” --id D24-23 \
          --measure count --kind social_work_station --value 3 --choose 以上=included \
          --choose 创建=designated --choose 数量口径=increment --choose 期限=year-end
      """)

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var entry: EntryOptions
  @Option(help: ArgumentHelp("写入的文件，缺省为该文件已有条目所在 · the file", valueName: "file"))
  var file: String?
  @Flag(name: .customLong("dry-run"), help: "只显示，不写入 · show the entry, write nothing")
  var dryRun = false
  @Flag(help: "标准输入不是终端时也询问 · ask although standard input is no terminal")
  var ask = false

  func run() throws {
    let authoring = try PolicyAuthoring(workspace: workspace.folder)
    let interview =
      ask || (isatty(STDIN_FILENO) == 1 && Terminal.isPersonWatching)
      ? EntryInterview(policies: authoring.policies) : nil
    let entry = try interview?.completed(self.entry) ?? self.entry
    guard let draft = entry.draft else {
      throw ValidationError(
        "缺少 " + entry.missing.joined(separator: "、") + " · missing: "
          + entry.missing.joined(separator: ", "))
    }
    let choices = try interview?.choices(for: draft, given: entry.choose) ?? entry.choose
    let outcome: PolicyAuthoring.Outcome
    do {
      outcome = try authoring.entry(draft, choices: choices, file: file)
    } catch let open as OpenQuestions {
      throw ValidationError(OpenQuestionsText(open).text)
    }
    for warning in outcome.warnings { Terminal.note(warning.description) }
    if !dryRun {
      try authoring.write(outcome)
      Terminal.note(
        Bilingual("已写入 \(outcome.file)", "written to \(outcome.file)").text)
    }
    print(outcome.entry, terminator: "")
  }
}

/// Which words still have to be read, with the flags that read them.
struct OpenQuestionsText {
  let text: String

  init(_ open: OpenQuestions) {
    var lines: [String] = []
    if !open.unanswered.isEmpty {
      lines.append("有歧义的词没有选择，未写入 · words without a reading; nothing was written:")
    }
    for question in open.unanswered {
      lines.append("  \(question.question.text)")
      for reading in question.readings {
        lines.append("    --choose \(question.word)=\(reading.id)  \(reading.meaning.text)")
      }
    }
    for choice in open.unread {
      lines.append(
        "  --choose \(choice.word)=\(choice.reading)："
          + Bilingual("这里没有这个词或这种读法", "no such word or reading here").text)
    }
    if !open.unread.isEmpty {
      let known = open.questions.map { question in
        "\(question.word)=" + question.readings.map(\.id).joined(separator: "|")
      }
      lines.append(
        "  " + Bilingual("这一条可选的：", "what this entry asks:").text
          + (known.isEmpty ? " —" : known.map { "\n    --choose " + $0 }.joined()))
    }
    text = lines.joined(separator: "\n")
  }
}
