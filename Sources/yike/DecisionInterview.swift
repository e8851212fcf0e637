import Foundation
import Planning
import PlanningModel
import Workspace

/// Asks a planner which unit a name in a ledger stands for; questions go to standard error, answers
/// come from standard input.
enum DecisionInterview {
  /// The decisions, as far as they were answered: a number of the list or a full name; an empty
  /// answer, or the end of the answers, leaves a name undecided.
  static func decisions(on names: [UndecidedName]) -> [PlannerDecision] {
    var decisions: [PlannerDecision] = []
    for name in names {
      let rows = name.rows.map(String.init).joined(separator: ", ")
      Terminal.note(
        Bilingual(
          "\(name.file) 第 \(rows) 行的“\(name.name)”是哪个单位？",
          "which unit is “\(name.name)” in rows \(rows) of \(name.file)?"
        ).text)
      for (number, candidate) in name.candidates.enumerated() {
        Terminal.note("  \(number + 1)  \(candidate)")
      }
      var meaning: String?
      while meaning == nil {
        guard let answer = ask(Bilingual("编号或全称，留空不定", "a number, a full name, or nothing"))
        else { return decisions }
        if answer.isEmpty { break }
        meaning = name.unit(answer: answer)
        if meaning == nil {
          Terminal.note(
            Bilingual("没有这个编号或单位：“\(answer)”", "no number and no unit is “\(answer)”").text)
        }
      }
      guard let meaning else { continue }
      let reason = ask(Bilingual("理由（可空）", "why, or nothing"))
      decisions.append(
        PlannerDecision(
          kind: .unit, file: name.file, value: name.name, meaning: meaning,
          reason: reason.flatMap { $0.isEmpty ? nil : $0 }))
    }
    return decisions
  }

  private static func ask(_ question: Bilingual) -> String? {
    FileHandle.standardError.write(Data("\(question.text): ".utf8))
    return readLine()?.trimmingCharacters(in: .whitespaces)
  }
}
