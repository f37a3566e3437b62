using System.Text.RegularExpressions;

namespace Infra.TrustManager.Identity;

/// <summary>Who STS says has signed a request.</summary>
/// <param name="Account">Twelve digits.</param>
/// <param name="Arn">For example <c>arn:…:sts::111122223333:assumed-role/Operators/alice</c>.</param>
/// <param name="UserId">Unique id, which a later user or role of the same name does not have.</param>
public sealed partial record CallerIdentity(string Account, string Arn, string UserId)
{
    private const string Result = "GetCallerIdentityResponse/GetCallerIdentityResult";

    /// <summary>
    /// Null unless the document is STS's response to <c>GetCallerIdentity</c> and each value is plausible.
    /// </summary>
    public static CallerIdentity? Find(byte[] response) =>
        StsDocument.Find(response) is { } texts
        && texts.TryGetValue($"{Result}/Account", out var account)
        && texts.TryGetValue($"{Result}/Arn", out var arn)
        && texts.TryGetValue($"{Result}/UserId", out var userId)
        && ArnForm().Match(arn) is { Success: true } form
        && form.Groups["account"].Value == account
        && UserIdForm().IsMatch(userId)
            ? new CallerIdentity(account, arn, userId)
            : null;

    /// <summary>The longest is a user's with a path of 512 characters and a name of 64 (IAM quotas).</summary>
    [GeneratedRegex(@"\Aarn:[a-z0-9-]{1,32}:(?:sts|iam)::(?<account>[0-9]{12}):[!-~]{1,600}\z")]
    private static partial Regex ArnForm();

    [GeneratedRegex(@"\A[!-~]{1,256}\z")]
    private static partial Regex UserIdForm();
}
