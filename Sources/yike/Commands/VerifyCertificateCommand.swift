import ArgumentParser
import Certificates
import Foundation
import PlanningModel
import Workspace

/// `yike verify-certificate FILE`.
struct VerifyCertificateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify-certificate",
    abstract: "重新核对一份选址证明 · re-check a proof of siting",
    discussion: """
      只用整数的加、乘和比较，不用求解器；格式见 docs/formats/certificate.md。不成立时退出码为 1，并说明何处不成立。
      With additions, multiplications and comparisons of whole numbers, without a solver. A proof that \
      does not hold is refused with exit code 1 and the place where it fails.

      例 examples:
        yike verify-certificate proof.txt
      """)

  @Argument(help: ArgumentHelp("证明文件 · the proof", valueName: "file"))
  var file: String

  func run() throws {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw WorkError(
        .unreadable, operation: "read", subject: file,
        message: Bilingual("没有这个文件，或无法读取", "there is no such file, or it cannot be read"),
        remedy: Bilingual("检查路径和权限", "check the path and your rights"))
    }
    let certificate: Certificate
    do {
      certificate = try Certificate(bytes: Array(data)) { SHA256Digest.hexadecimal(of: $0) }
      try certificate.check()
    } catch {
      throw WorkError(
        .malformed, operation: "verify certificate", subject: file,
        message: Bilingual("证明不成立（\(error)）", "the proof is refused (\(error))"),
        remedy: Bilingual(
          "向给出者索取原件，或重新计算", "ask for the original, or solve the problem again"))
    }
    let proof = certificate.proof
    let statement = certificate.statement
    let answer =
      proof.isInfeasible
      ? "infeasible"
      : "optimal, objective \(certificate.objectiveText), sites "
        + proof.selected.map { statement.candidateIDs[$0] }.joined(separator: ",")
    print("accepted: \(statement.problem.rawValue) \(answer)")
  }
}
