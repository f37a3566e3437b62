using Infra.TrustManager.Directories;
using Infra.TrustManager.Messages;

namespace Infra.TrustManager.Trust.Warnings;

/// <summary>The directory that a message is about.</summary>
/// <param name="Name">Null for its id alone.</param>
internal sealed record WarnedDirectory(string Id, string? Name)
{
    /// <summary>SNS takes no longer subject, and no other characters than ASCII (API reference, Publish).</summary>
    private const int MaxSubject = 100;

    public string Label => Name is null ? Id : $"{Id} ({Name})";

    /// <summary>What shows a person what is to come, and on which day.</summary>
    public string PlanCommand => Command("plan");

    /// <summary>What does at once what is to be done.</summary>
    public string ApplyCommand => Command("apply");

    /// <summary>A line that an operator can copy.</summary>
    public string Command(string verb, string? argument = null) =>
        $"    dotnet run --project trust -- {verb} {Id}{(argument is null ? "" : " " + argument)}\n";

    public Message Message(string key, string subject, params string[] paragraphs) =>
        new(key, Ascii($"Directory {Id}: {subject}"), string.Join("\n\n", paragraphs));

    /// <summary>What the certificate is, for the first lines of a message.</summary>
    public string Describe(CertificatePurpose purpose, WantedCertificate wanted) =>
        $"CA certificate '{wanted.Certificate.CommonName}' of {PurposeName.Of(purpose)} on directory {Label}\n"
        + $"  id {wanted.Entry?.Id ?? "none"}, SHA-256 {wanted.Certificate.Thumbprint}\n"
        + $"  expires {wanted.Certificate.NotAfter.UtcDateTime:yyyy-MM-dd HH:mm} UTC";

    private static string Ascii(string subject)
    {
        var plain = new string([.. subject.Select(letter => letter is >= ' ' and <= '~' ? letter : '?')]);
        return plain.Length <= MaxSubject ? plain : plain[..(MaxSubject - 3)] + "...";
    }
}
