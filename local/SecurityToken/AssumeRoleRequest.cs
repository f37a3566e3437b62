using System.Globalization;
using System.Text.RegularExpressions;
using Infra.Local.Endpoint;
using Microsoft.AspNetCore.Http;

namespace Infra.Local.SecurityToken;

/// <summary>The parameters of AssumeRole, as far as they are emulated.</summary>
/// <param name="Duration">How long the credential is said to last; here it never ends.</param>
internal sealed partial record AssumeRoleRequest(string RoleArn, string SessionName, TimeSpan Duration)
{
    /// <summary>STS API reference, AssumeRole, DurationSeconds: 900 to 43200, an hour by default.</summary>
    private const int DefaultSeconds = 3600;

    private const int MinSeconds = 900;

    private const int MaxSeconds = 43_200;

    private static readonly string[] Emulated = ["Action", "Version", "RoleArn", "RoleSessionName", "DurationSeconds"];

    /// <exception cref="AwsException"><c>ValidationError</c>, or <c>NotImplemented</c>.</exception>
    public static AssumeRoleRequest Read(HttpRequest request)
    {
        if (AwsQuery.ParametersOf(request).Except(Emulated).FirstOrDefault() is { } other)
        {
            throw new AwsException(
                "NotImplemented",
                $"The local AWS does not emulate the parameter '{other}' of sts:AssumeRole. Leave it out, or test it "
                    + "against an AWS account.",
                501);
        }

        var session = AwsQuery.Parameter(request, "RoleSessionName") ?? "";
        return new AssumeRoleRequest(
            AwsQuery.Parameter(request, "RoleArn") ?? throw Invalid("roleArn", "must not be null"),
            SessionForm().IsMatch(session) ? session : throw Invalid("roleSessionName", "must match [\\w+=,.@-]{2,64}"),
            TimeSpan.FromSeconds(Seconds(AwsQuery.Parameter(request, "DurationSeconds"))));
    }

    private static int Seconds(string? text) => text switch
    {
        null => DefaultSeconds,
        _ when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds is >= MinSeconds and <= MaxSeconds => seconds,
        _ => throw Invalid("durationSeconds", $"must be {MinSeconds} to {MaxSeconds}"),
    };

    private static AwsException Invalid(string name, string rule) =>
        new("ValidationError", $"1 validation error detected: Value at '{name}' failed to satisfy constraint: {rule}");

    [GeneratedRegex(@"\A[A-Za-z0-9_+=,.@-]{2,64}\z")]
    private static partial Regex SessionForm();
}
