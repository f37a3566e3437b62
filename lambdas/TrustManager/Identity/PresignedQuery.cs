using System.Text.RegularExpressions;

namespace Infra.TrustManager.Identity;

/// <summary>The query of a pre-signed <c>GetCallerIdentity</c>: these parameters, each once, and no other.</summary>
internal static partial class PresignedQuery
{
    public const string Credential = "X-Amz-Credential";

    public const string Date = "X-Amz-Date";

    public const string Expires = "X-Amz-Expires";

    private const string SecurityToken = "X-Amz-Security-Token";

    /// <summary>Longest name that an error repeats, in characters.</summary>
    private const int MaxShown = 40;

    /// <summary>Of every parameter what it must match, in the order in which they are written.</summary>
    private static readonly (string Name, Regex Form, string Allowed)[] Parameters =
    [
        ("Action", Action(), "GetCallerIdentity"),
        ("Version", Version(), "2011-06-15"),
        ("X-Amz-Algorithm", Algorithm(), "AWS4-HMAC-SHA256"),
        (Credential, CredentialForm(), "<access key id>/<yyyymmdd>/<region>/sts/aws4_request"),
        (Date, DateForm(), "<yyyymmdd>T<hhmmss>Z"),
        (Expires, ExpiresForm(), $"1 to {SignatureRules.MaxSeconds} seconds"),
        (SecurityToken, TokenForm(), "a session token"),
        ("X-Amz-SignedHeaders", SignedHeaders(), $"host;{RequestBinding.HeaderName}"),
        ("X-Amz-Signature", Signature(), "64 hexadecimal digits"),
    ];

    /// <summary>The decoded values by name; what is wrong is added to the problems, without the values.</summary>
    public static Dictionary<string, string> Read(string query, List<string> problems)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);

        // One split more than there may be parameters shows that there are too many.
        foreach (var pair in query.Split('&', Parameters.Length + 1))
        {
            var (name, value) = pair.Split('=', 2) is [var left, var right] ? (left, right) : (pair, "");
            if (!Parameters.Any(parameter => parameter.Name == name))
            {
                problems.Add($"the URL has the parameter '{Shown(name)}', which a GetCallerIdentity has not");
            }
            else if (!values.TryAdd(name, Encoded().IsMatch(value) ? Uri.UnescapeDataString(value) : "\0"))
            {
                problems.Add($"the URL has the parameter {name} twice");
            }
        }

        problems.AddRange(
            from parameter in Parameters
            let value = values.GetValueOrDefault(parameter.Name)
            where value is null ? parameter.Name != SecurityToken : !parameter.Form.IsMatch(value)
            let seen = value is null ? "is missing" : "is not as expected"
            select $"{parameter.Name} {seen}; it must be {parameter.Allowed}");
        return values;
    }

    public static string Write(IReadOnlyDictionary<string, string> values) => string.Join(
        '&',
        from parameter in Parameters
        where values.ContainsKey(parameter.Name)
        select $"{parameter.Name}={Uri.EscapeDataString(values[parameter.Name])}");

    private static string Shown(string name) =>
        string.Concat(name.Take(MaxShown).Where(character => character is >= ' ' and <= '~'));

    [GeneratedRegex(@"\A(?:[A-Za-z0-9._~-]|%[0-9A-Fa-f]{2})*\z")]
    private static partial Regex Encoded();

    [GeneratedRegex(@"\AGetCallerIdentity\z")]
    private static partial Regex Action();

    [GeneratedRegex(@"\A2011-06-15\z")]
    private static partial Regex Version();

    [GeneratedRegex(@"\AAWS4-HMAC-SHA256\z")]
    private static partial Regex Algorithm();

    [GeneratedRegex(@"\A[A-Za-z0-9_]{1,128}/[0-9]{8}/[a-z0-9-]{1,64}/sts/aws4_request\z")]
    private static partial Regex CredentialForm();

    [GeneratedRegex(@"\A[0-9]{8}T[0-9]{6}Z\z")]
    private static partial Regex DateForm();

    [GeneratedRegex(@"\A[0-9]{1,3}\z")]
    private static partial Regex ExpiresForm();

    [GeneratedRegex(@"\A[A-Za-z0-9+/=_-]{1,8192}\z")]
    private static partial Regex TokenForm();

    [GeneratedRegex($@"\Ahost;{RequestBinding.HeaderName}\z")]
    private static partial Regex SignedHeaders();

    [GeneratedRegex(@"\A[0-9a-f]{64}\z")]
    private static partial Regex Signature();
}
