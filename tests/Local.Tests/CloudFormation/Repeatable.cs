using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Infra.Local.Tests.CloudFormation;

/// <summary>Checks a property with the same cases every time.</summary>
internal static class Repeatable
{
    /// <summary>Any numbers do; the second must be odd.</summary>
    private static readonly Rnd Seed = new(20270104, 4242421);

    public static void Check<T>(Arbitrary<T> cases, Action<T> property, int count = 100) => FsCheck.Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(FSharpOption<Replay>.Some(new Replay(Seed, FSharpOption<int>.None))),
        Prop.ForAll(cases, property));
}
