using System.Text.RegularExpressions;
using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.Settings;

namespace Infra.Trust.Questions;

/// <summary>What a question is about.</summary>
/// <param name="Id">A directory's id or a CA's ARN.</param>
/// <param name="Variable">Environment variable whose value is that id in the function that looks after it.</param>
public sealed partial record Subject(string Id, string Variable)
{
    /// <summary>Null unless the text is the id of a directory.</summary>
    public static Subject? FindDirectory(string text) =>
        DirectoryForm().IsMatch(text) ? new Subject(text, TrustManagerVariables.DirectoryId) : null;

    /// <summary>Null unless the text is the ARN of a CA.</summary>
    public static Subject? FindAuthority(string text) =>
        CaArn.TryParse(text, out _) ? new Subject(text, TrustManagerVariables.CertificateAuthorityArn) : null;

    [GeneratedRegex(@"\Ad-[0-9a-f]{10}\z")]
    private static partial Regex DirectoryForm();
}
