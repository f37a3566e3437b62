using System.Text.Json;
using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Identity;
using Infra.TrustManager.Settings;

namespace Infra.TrustManager.Requests;

/// <summary>Reads the members of an operator request, and collects everything that is wrong with them.</summary>
internal sealed class RequestMembers(JsonElement request)
{
    /// <summary>Longest id that an error repeats, in characters: the ARN of a CA has about 110.</summary>
    private const int MaxId = 150;

    private readonly List<string> _problems = [];

    public IReadOnlyList<string> Problems => _problems;

    public void Add(string problem) => _problems.Add(problem);

    /// <summary>A member that nobody reads is a mistake that would go unnoticed.</summary>
    public void AllowOnly(OperatorRequest form, string subjectMember)
    {
        string[] proof = form.IsWrite ? [RequestBinding.Member] : [];
        string[] allowed = ["request", subjectMember, .. form.Members, .. proof];
        foreach (var name in request.EnumerateObject().Select(member => member.Name).Except(allowed))
        {
            Add($"{form.Name} has no member '{RequestTarget.Shown(name)}', allowed are {string.Join(", ", allowed)}");
        }
    }

    /// <summary>The id of what the request is about, which must be one that the function serves.</summary>
    public string Subject(RequestTarget target)
    {
        var member = target.Requests.SubjectMember;
        var id = Text(member);
        if (id is null || !target.Subjects.Contains(id, StringComparer.Ordinal))
        {
            var seen = id is null ? "missing" : $"'{(id.Length <= MaxId ? id : id[..MaxId] + "...")}'";
            Add($"{member} is {seen}; this function serves {string.Join(", ", target.Subjects)}");
        }

        return id ?? "";
    }

    /// <summary>Null where the member is absent, null, or no text, which is a problem.</summary>
    public string? Text(string name)
    {
        if (!request.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            Add($"{name} is {RequestTarget.Shown(value.GetRawText())}; it must be a text");
            return null;
        }

        return value.GetString();
    }

    /// <summary>Null where the member is absent, null, or no moment, which is a problem.</summary>
    public DateTimeOffset? Time(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        var moment = Moment.Find(text);
        if (moment is null)
        {
            Add($"{name} is '{RequestTarget.Shown(text)}'; it must be {Moment.Allowed}");
        }

        return moment;
    }

    /// <summary>
    /// A SHA-256 thumbprint in any form that <see cref="CertificateThumbprint"/> reads; empty where there is none,
    /// which is a problem.
    /// </summary>
    public string Thumbprint(string name)
    {
        var text = Text(name);
        if (CertificateThumbprint.TryParse(text, out var thumbprint))
        {
            return thumbprint;
        }

        var seen = text is null ? "missing" : $"'{RequestTarget.Shown(text)}'";
        Add($"{name} is {seen}; it must be the SHA-256 of the certificate, 64 hexadecimal digits, as the notification "
            + "about the certificate gives it (Windows shows SHA-1, which has 40)");
        return "";
    }

    /// <summary>Null where the member is absent, null, or no object, which is a problem.</summary>
    /// <param name="allowed">What the object must hold.</param>
    public JsonElement? Object(string name, string allowed)
    {
        if (!request.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            Add($"{name} must be an object, {allowed}");
            return null;
        }

        return value;
    }
}
