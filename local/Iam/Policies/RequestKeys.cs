using System.Globalization;
using Infra.Local.Account;

namespace Infra.Local.Iam.Policies;

/// <summary>The condition keys that follow from a request itself (IAM user guide, "AWS global condition context keys").</summary>
public static class RequestKeys
{
    /// <remarks>
    /// <c>aws:SecureTransport</c> is always true and <c>s3:TlsVersion</c> 1.3: the loopback endpoint speaks plain HTTP, but it
    /// stands for AWS's TLS endpoints, and a policy that demands TLS must not refuse here what works there.
    /// </remarks>
    public static RequestContext Of(AccessRequest request, AwsAccount account, DateTimeOffset now)
    {
        var keys = new Dictionary<string, string>
        {
            ["aws:SecureTransport"] = "true",
            ["s3:TlsVersion"] = "1.3",
            ["aws:CurrentTime"] = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["aws:EpochTime"] = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["aws:RequestedRegion"] = account.Region,
            ["aws:ViaAWSService"] = "false",
            ["aws:PrincipalIsAWSService"] = request.Principal is Principal.Service ? "true" : "false",
        };
        return new RequestContext([.. keys, .. OfPrincipal(request.Principal, account), .. request.Context]);
    }

    /// <summary>What error messages call this principal.</summary>
    public static string NameOf(Principal principal, AwsAccount account) => principal switch
    {
        Principal.Administrator administrator => $"arn:{account.Partition}:iam::{administrator.AccountId}:root",
        Principal.Role role => role.Arn,
        Principal.Service service => service.Name,
        _ => "anonymous",
    };

    private static IEnumerable<KeyValuePair<string, string>> OfPrincipal(Principal principal, AwsAccount account)
    {
        switch (principal)
        {
            case Principal.Administrator administrator:
                yield return new("aws:PrincipalArn", NameOf(principal, account));
                yield return new("aws:PrincipalAccount", administrator.AccountId);
                yield return new("aws:PrincipalType", "Account");
                break;
            case Principal.Role role:
                yield return new("aws:PrincipalArn", role.Arn);
                yield return new("aws:PrincipalAccount", role.AccountId);
                yield return new("aws:PrincipalType", "AssumedRole");
                break;
            case Principal.Service service:
                yield return new("aws:PrincipalServiceName", service.Name);
                foreach (var (key, value) in new[] { ("aws:SourceArn", service.SourceArn), ("aws:SourceAccount", service.SourceAccount) })
                {
                    if (value.Length > 0)
                    {
                        yield return new(key, value);
                    }
                }

                break;
            case Principal.Anonymous:
                yield return new("aws:PrincipalType", "Anonymous");
                break;
        }
    }
}
