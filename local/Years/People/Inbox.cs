using Infra.Local.Years.Pki;

namespace Infra.Local.Years.People;

/// <summary>The messages that people got.</summary>
/// <param name="letters">All of them, oldest first.</param>
public sealed class Inbox(Func<IReadOnlyList<Letter>> letters)
{
    public IReadOnlyList<Letter> All => letters();

    /// <summary>The first message that says that this certificate has no successor; null when there is none.</summary>
    /// <remarks>Generations may share a name: an earlier message was about an earlier one.</remarks>
    public Letter? AskingForSuccessorOf(Generation generation) => All.FirstOrDefault(letter =>
        letter.At > generation.DroppedAt
        && letter.Subject.Contains("successor", StringComparison.OrdinalIgnoreCase)
        && letter.Text.Contains(generation.Thumbprint, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a notification says that this certificate waits for approval in that directory.</summary>
    public bool AskingForApprovalOf(Generation generation, string directoryId) => All.Any(letter =>
        letter.At >= generation.DroppedAt
        && letter.Subject.Contains("waits for approval", StringComparison.Ordinal)
        && letter.Text.Contains(generation.Thumbprint, StringComparison.OrdinalIgnoreCase)
        && letter.Text.Contains(directoryId, StringComparison.Ordinal));

    /// <summary>Messages that ask for a CA certificate to be published in Active Directory.</summary>
    public IEnumerable<Letter> AskingForPublication =>
        All.Where(letter => letter.Text.Contains("certutil", StringComparison.Ordinal));
}
