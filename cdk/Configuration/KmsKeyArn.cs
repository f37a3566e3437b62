namespace Infra.Cdk.Configuration;

/// <summary>Rules for the ARN of a KMS key, beyond its spelling.</summary>
internal static class KmsKeyArn
{
    /// <param name="path">The setting.</param>
    /// <param name="arn">Its value; null when there is none.</param>
    /// <param name="region">Region of the deployment.</param>
    /// <param name="what">What the key encrypts.</param>
    public static IEnumerable<SettingProblem> Problems(string path, string? arn, string region, string what)
    {
        var place = $"arn:{Partition.Of(region)}:kms:{region}:";
        if (arn?.StartsWith(place, StringComparison.Ordinal) == false)
        {
            yield return new SettingProblem(
                path, $"\"{arn}\"", $"a key of Region {region}, so an ARN that begins with {place}",
                $"Name a key of the {what}'s own Region: it cannot be encrypted with another's.")
            {
                ComparedWith = ["region"],
            };
        }
    }
}
