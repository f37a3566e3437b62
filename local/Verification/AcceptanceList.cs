using Infra.Local.CloudFormation.Assembly;
using Infra.Local.Verification.Checks;

namespace Infra.Local.Verification;

/// <summary>Everything that must work, in the order in which a person would try it.</summary>
/// <remarks>Checks that move the clock or deploy something else come last.</remarks>
public static class AcceptanceList
{
    public static IEnumerable<Check> For(Site site, CloudAssembly assembly, Synthesize synthesize) =>
    [
        .. new DeploymentChecks(site, assembly).First(),
        .. new ChainChecks(site).First(),
        .. new AnswerChecks(site).All(),
        .. new RefusalChecks(site).All(),
        .. new BadObjectChecks(site).All(),
        .. new StorageTroubleChecks(site).All(),
        .. new ObservabilityChecks(site).All(),
        .. new PermissionChecks(site, assembly).All(),
        .. new HeaderModeChecks(site, assembly).All(),
        .. new FirstCrlChecks(site).All(),
        .. new DirectoryTrustChecks(site, assembly).All(),
        .. new AdoptionChecks(site.Aws, site.Administrator, synthesize).All(),
        .. new ChainChecks(site).WithTheClock(),
        .. new RotationChecks(site, assembly).All(),
        .. new ClockChecks(site).All(),
        .. new StateChecks(site, assembly).All(),
        .. new AnchorChecks(site, synthesize).All(),
        .. new CallerChecks(site).All(),
        .. new DeploymentChecks(site, assembly).Last(),
    ];
}
