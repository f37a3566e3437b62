using System.Text.RegularExpressions;
using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.Settings;

namespace Infra.Trust.Questions;

/// <summary>What a question is about.</summary>
/// <param name="Id">A directory's id or a CA's ARN.</param>
/// <param name="Requests">What can be asked about it, and which function fulfils it.</param>
/// <param name="Variables">Environment variables that hold that id, alone or in a list with commas.</param>
public sealed partial record Subject(string Id, OperatorRequests Requests, params IReadOnlyList<string> Variables)
{
    /// <summary>Null unless the text is the id of a directory.</summary>
    public static Subject? FindDirectory(string text) => DirectoryForm().IsMatch(text)
        ? new Subject(
            text, OperatorRequests.OfDirectory, TrustManagerVariables.DirectoryId, TrustManagerVariables.DirectoryIds)
        : null;

    /// <summary>Null unless the text is the ARN of a CA.</summary>
    public static Subject? FindAuthority(string text) => CaArn.TryParse(text, out _)
        ? new Subject(text, OperatorRequests.OfAuthority, TrustManagerVariables.CertificateAuthorityArn)
        : null;

    [GeneratedRegex(@"\Ad-[0-9a-f]{10}\z")]
    private static partial Regex DirectoryForm();
}
