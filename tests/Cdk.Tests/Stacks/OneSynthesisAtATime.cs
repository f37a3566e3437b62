namespace Infra.Cdk.Tests.Stacks;

/// <summary>All tests that use the CDK, which serves one caller at a time.</summary>
[CollectionDefinition(Synthesis.Collection)]
public sealed class OneSynthesisAtATime : ICollectionFixture<Synthesis>;
