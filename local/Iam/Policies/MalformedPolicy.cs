using Infra.Local.Endpoint;

namespace Infra.Local.Iam.Policies;

/// <summary>The error for a policy that cannot be read or that the local AWS cannot evaluate.</summary>
internal static class MalformedPolicy
{
    public static AwsException Error(string where, string problem) =>
        new("MalformedPolicyDocument", $"{where}: {problem}");
}
