using Infra.Local.Verification.Clients;

namespace Infra.Local.Verification;

/// <summary>
/// Objects that only functions may change, changed by an administrator who may change the bucket's policy.
/// </summary>
public sealed class ProtectedState(AdministratorClient administrator, string bucket)
{
    private const string Protection = "OnlyFunctionsChangeState";

    /// <summary>Lifts the protection for one change, and puts it back however the change ends.</summary>
    public async Task ChangeAsync(Func<Task> change)
    {
        var policy = await administrator.BucketPolicyAsync(bucket);
        var lifted = policy.DeepClone().AsObject();
        Templates.RemoveStatements(lifted, statement => (string?)statement["Sid"] == Protection);
        Expect.True(
            lifted["Statement"]!.AsArray().Count == policy["Statement"]!.AsArray().Count - 1,
            $"the policy of {bucket} has a statement {Protection}");
        await administrator.PutBucketPolicyAsync(bucket, lifted);
        try
        {
            await change();
        }
        finally
        {
            await administrator.PutBucketPolicyAsync(bucket, policy);
        }
    }
}
