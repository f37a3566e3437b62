using System.Text;
using Infra.Local.Endpoint;

namespace Infra.Local.Notifications;

/// <summary>What SNS takes as a message; SNS API reference, Publish.</summary>
public static class PublicationRules
{
    /// <summary>Bytes of UTF-8, not characters.</summary>
    public const int MaxMessageBytes = 262_144;

    /// <summary>Characters.</summary>
    public const int MaxSubjectLength = 100;

    /// <exception cref="AwsException"><c>InvalidParameter</c>.</exception>
    public static void Check(Publication publication)
    {
        if (publication.Text.Length == 0)
        {
            throw Invalid("Empty message");
        }

        if (Encoding.UTF8.GetByteCount(publication.Text) is > MaxMessageBytes and var bytes)
        {
            throw Invalid($"Message too long: it has {bytes} bytes of UTF-8 and may have {MaxMessageBytes}");
        }

        if (publication.Subject is { } subject && ProblemOf(subject) is { } problem)
        {
            throw Invalid($"Subject: {problem}");
        }
    }

    /// <remarks>
    /// ASCII that does not begin with a space is what the API reference demanded for years; it says UTF-8 now, which
    /// not every Region need have.
    /// </remarks>
    private static string? ProblemOf(string subject) => subject switch
    {
        "" => "it is empty; leave it out instead",
        { Length: > MaxSubjectLength } => $"it has {subject.Length} characters and may have {MaxSubjectLength}",
        _ when subject.Any(character => char.IsControl(character) || !char.IsAscii(character)) =>
            "it may have printable ASCII characters only, and no line break",
        [' ', ..] => "it must begin with a letter, a number or a punctuation mark",
        _ => null,
    };

    private static AwsException Invalid(string problem) => new("InvalidParameter", $"Invalid parameter: {problem}");
}
