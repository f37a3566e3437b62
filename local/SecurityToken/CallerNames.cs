using Infra.Local.Account;
using Infra.Local.Iam;
using Infra.Local.Iam.Resources;

namespace Infra.Local.SecurityToken;

/// <summary>What STS calls a principal.</summary>
/// <param name="Arn">Of a role the session's: <c>arn:…:sts::…:assumed-role/Operators/alice</c>.</param>
/// <param name="UserId">
/// Unique id of the role and the session's name, or the account's id for the administrator.
/// </param>
internal sealed record CallerNames(string Arn, string UserId)
{
    public static CallerNames Of(Principal principal, AwsAccount account) => principal switch
    {
        // The name of a role is the end of its ARN: a path is no part of the session's ARN.
        Principal.Role role => new CallerNames(
            account.GlobalArn("sts", $"assumed-role/{role.Arn.Split('/')[^1]}/{role.Session}"),
            $"{UniqueId.Of("AROA", role.Arn)}:{role.Session}"),
        _ => new CallerNames(account.GlobalArn("iam", "root"), account.Id),
    };
}
