import type { LogDensity } from './log-density.ts';
import type { Metric } from './metric.ts';
import type { Random } from './random.ts';

/** What one transition went through. */
export interface Transition {
  logDensity: number;
  /** Mean chance of acceptance over the trajectory. */
  acceptance: number;
  /** Steps of the trajectory. */
  steps: number;
  depth: number;
  divergent: boolean;
  /** Hamiltonian of the state drawn. */
  energy: number;
}

const MOST_ENERGY_ERROR = 1000;

/** What a subtree needs on its level, kept so that no transition allocates. */
interface Level {
  momentumInitEnd: Float64Array;
  velocityInitEnd: Float64Array;
  momentumFinalBegin: Float64Array;
  velocityFinalBegin: Float64Array;
  sumInit: Float64Array;
  sumFinal: Float64Array;
  proposal: Float64Array;
}

interface End {
  position: Float64Array;
  momentum: Float64Array;
  gradient: Float64Array;
}

/**
 * The No-U-Turn sampler: Hamiltonian trajectories that double until they turn back, the next state drawn from all their points by weight.
 *
 * Multinomial weights, biased progressive sampling between doublings, the generalised criterion of a U-turn with the checks between the
 * halves. Leapfrog steps of size `stepSize` in the metric. A trajectory whose energy errs by more than 1000 diverges; many divergences
 * mean that the results cannot be trusted there.
 *
 * Source: Hoffman and Gelman 2014; Betancourt 2017 (A conceptual introduction to Hamiltonian Monte Carlo).
 */
export class Nuts {
  stepSize = 0.1;
  readonly position: Float64Array;
  readonly #density: LogDensity;
  readonly #metric: Metric;
  readonly #random: Random;
  readonly #maxDepth: number;
  readonly #levels: Level[];
  readonly #work: End;
  readonly #forward: End;
  readonly #backward: End;
  readonly #start: End;
  readonly #sample: Float64Array;
  readonly #proposal: Float64Array;
  readonly #sum: Float64Array;
  readonly #sumForward: Float64Array;
  readonly #sumBackward: Float64Array;
  readonly #extra: Float64Array;
  readonly #velocity: Float64Array;
  /** Momenta and velocities at the four ends of the two halves: backward-backward, backward-forward, forward-backward, forward-forward. */
  readonly #momenta: Float64Array[];
  readonly #velocities: Float64Array[];
  #logDensity = 0;
  #workLogDensity = 0;
  #energy0 = 0;
  #steps = 0;
  #acceptance = 0;
  #divergent = false;
  #proposalLogDensity = 0;
  #proposalEnergy = 0;
  /** The weight that the subtree built last gathered. */
  #logWeight = 0;

  constructor(density: LogDensity, metric: Metric, random: Random, start: Float64Array, maxDepth = 10) {
    const n = density.dimension;
    const vector = (): Float64Array => new Float64Array(n);
    const end = (): End => ({ position: vector(), momentum: vector(), gradient: vector() });
    this.#density = density;
    this.#metric = metric;
    this.#random = random;
    this.#maxDepth = maxDepth;
    this.position = Float64Array.from(start);
    this.#levels = Array.from({ length: maxDepth + 1 }, () => ({
      momentumInitEnd: vector(),
      velocityInitEnd: vector(),
      momentumFinalBegin: vector(),
      velocityFinalBegin: vector(),
      sumInit: vector(),
      sumFinal: vector(),
      proposal: vector(),
    }));
    [this.#work, this.#forward, this.#backward, this.#start] = [end(), end(), end(), end()];
    [this.#sample, this.#proposal, this.#sum, this.#sumForward] = [vector(), vector(), vector(), vector()];
    [this.#sumBackward, this.#extra, this.#velocity] = [vector(), vector(), vector()];
    this.#momenta = [vector(), vector(), vector(), vector()];
    this.#velocities = [vector(), vector(), vector(), vector()];
    this.#logDensity = density.evaluate(this.position, this.#start.gradient);
    if (!Number.isFinite(this.#logDensity)) throw new Error('the sampler starts where the density is 0');
  }

  transition(): Transition {
    const { position, momentum, gradient } = this.#start;
    position.set(this.position);
    this.#metric.drawMomentum(this.#random, momentum);
    this.#metric.velocity(momentum, this.#velocity);
    this.#energy0 = 0.5 * dot(momentum, this.#velocity) - this.#logDensity;
    for (const end of [this.#forward, this.#backward]) copyEnd(this.#start, end);
    this.#sum.set(momentum);
    for (const each of this.#momenta) each.set(momentum);
    for (const each of this.#velocities) each.set(this.#velocity);
    this.#sample.set(this.position);
    this.#steps = 0;
    this.#acceptance = 0;
    this.#divergent = false;
    let logWeight = 0;
    let logDensity = this.#logDensity;
    let energy = this.#energy0;
    let depth = 0;
    const [bb, bf, fb, ff] = this.#momenta as [Float64Array, Float64Array, Float64Array, Float64Array];
    const [vbb, vbf, vfb, vff] = this.#velocities as [Float64Array, Float64Array, Float64Array, Float64Array];
    while (depth < this.#maxDepth) {
      let valid: boolean;
      if (this.#random.uniform() > 0.5) {
        copyEnd(this.#forward, this.#work);
        this.#sumBackward.set(this.#sum);
        bf.set(ff);
        vbf.set(vff);
        this.#sumForward.fill(0);
        valid = this.#build(depth, 1, this.#proposal, vfb, vff, this.#sumForward, fb, ff);
        copyEnd(this.#work, this.#forward);
      } else {
        copyEnd(this.#backward, this.#work);
        this.#sumForward.set(this.#sum);
        fb.set(bb);
        vfb.set(vbb);
        this.#sumBackward.fill(0);
        valid = this.#build(depth, -1, this.#proposal, vbf, vbb, this.#sumBackward, bf, bb);
        copyEnd(this.#work, this.#backward);
      }
      if (!valid) break;
      depth++;
      const subtree = this.#logWeight;
      if (subtree > logWeight || this.#random.uniform() < Math.exp(subtree - logWeight)) {
        this.#sample.set(this.#proposal);
        logDensity = this.#proposalLogDensity;
        energy = this.#proposalEnergy;
      }
      logWeight = logAdd(logWeight, subtree);
      add(this.#sumBackward, this.#sumForward, this.#sum);
      if (!goesOn(vbb, vff, this.#sum)) break;
      add(this.#sumBackward, fb, this.#extra);
      if (!goesOn(vbb, vfb, this.#extra)) break;
      add(this.#sumForward, bf, this.#extra);
      if (!goesOn(vbf, vff, this.#extra)) break;
    }
    this.position.set(this.#sample);
    // The gradient at the state drawn: one evaluation more, instead of a copy of it with every proposal.
    this.#logDensity = logDensity;
    this.#density.evaluate(this.position, gradient);
    const acceptance = this.#steps > 0 ? this.#acceptance / this.#steps : 0;
    return { logDensity, acceptance, steps: this.#steps, depth, divergent: this.#divergent, energy };
  }

  /** A step size with which a first step is accepted with a chance near 0.8; doubled or halved until it crosses. */
  findStepSize(): void {
    const { position, momentum } = this.#start;
    let direction = 0;
    for (let attempt = 0; attempt < 60; attempt++) {
      position.set(this.position);
      this.#metric.drawMomentum(this.#random, momentum);
      this.#metric.velocity(momentum, this.#velocity);
      const energy = 0.5 * dot(momentum, this.#velocity) - this.#logDensity;
      copyEnd(this.#start, this.#work);
      this.#leap(1);
      const change = energy - this.#energyOfWork();
      const now = change > Math.log(0.8) ? 1 : -1;
      if (direction === 0) direction = now;
      if (now !== direction) return;
      this.stepSize *= direction > 0 ? 2 : 0.5;
      if (this.stepSize > 1e3 || this.stepSize < 1e-10)
        throw new Error(`no step size fits the density: ${this.stepSize}`);
    }
  }

  #build(
    depth: number,
    direction: 1 | -1,
    proposal: Float64Array,
    velocityBegin: Float64Array,
    velocityEnd: Float64Array,
    sum: Float64Array,
    momentumBegin: Float64Array,
    momentumEnd: Float64Array,
  ): boolean {
    if (depth === 0) {
      this.#leap(direction);
      this.#steps++;
      const energy = this.#energyOfWork();
      const error = energy - this.#energy0;
      if (!(error <= MOST_ENERGY_ERROR)) this.#divergent = true;
      this.#logWeight = -error;
      this.#acceptance += error <= 0 ? 1 : Math.exp(-error) || 0;
      this.#proposalLogDensity = this.#workLogDensity;
      this.#proposalEnergy = energy;
      const { position, momentum } = this.#work;
      proposal.set(position);
      velocityBegin.set(this.#velocity);
      velocityEnd.set(this.#velocity);
      add(sum, momentum, sum);
      momentumBegin.set(momentum);
      momentumEnd.set(momentum);
      return !this.#divergent;
    }
    const level = this.#levels[depth] as Level;
    level.sumInit.fill(0);
    if (
      !this.#build(
        depth - 1,
        direction,
        proposal,
        velocityBegin,
        level.velocityInitEnd,
        level.sumInit,
        momentumBegin,
        level.momentumInitEnd,
      )
    )
      return false;
    const initWeight = this.#logWeight;
    const [initDensity, initEnergy] = [this.#proposalLogDensity, this.#proposalEnergy];
    level.sumFinal.fill(0);
    if (
      !this.#build(
        depth - 1,
        direction,
        level.proposal,
        level.velocityFinalBegin,
        velocityEnd,
        level.sumFinal,
        level.momentumFinalBegin,
        momentumEnd,
      )
    )
      return false;
    const finalWeight = this.#logWeight;
    const weight = logAdd(initWeight, finalWeight);
    if (this.#random.uniform() < Math.exp(finalWeight - weight)) proposal.set(level.proposal);
    else {
      this.#proposalLogDensity = initDensity;
      this.#proposalEnergy = initEnergy;
    }
    this.#logWeight = weight;
    add(level.sumInit, level.sumFinal, this.#extra);
    add(sum, this.#extra, sum);
    if (!goesOn(velocityBegin, velocityEnd, this.#extra)) return false;
    add(level.sumInit, level.momentumFinalBegin, this.#extra);
    if (!goesOn(velocityBegin, level.velocityFinalBegin, this.#extra)) return false;
    add(level.sumFinal, level.momentumInitEnd, this.#extra);
    return goesOn(level.velocityInitEnd, velocityEnd, this.#extra);
  }

  /** One leapfrog step of the working end. */
  #leap(direction: 1 | -1): void {
    const { position, momentum, gradient } = this.#work;
    const step = direction * this.stepSize;
    const n = position.length;
    for (let i = 0; i < n; i++) momentum[i] = (momentum[i] as number) + 0.5 * step * (gradient[i] as number);
    this.#metric.velocity(momentum, this.#velocity);
    for (let i = 0; i < n; i++) position[i] = (position[i] as number) + step * (this.#velocity[i] as number);
    this.#workLogDensity = this.#density.evaluate(position, gradient);
    for (let i = 0; i < n; i++) momentum[i] = (momentum[i] as number) + 0.5 * step * (gradient[i] as number);
  }

  #energyOfWork(): number {
    this.#metric.velocity(this.#work.momentum, this.#velocity);
    const energy = 0.5 * dot(this.#work.momentum, this.#velocity) - this.#workLogDensity;
    return Number.isNaN(energy) ? Number.POSITIVE_INFINITY : energy;
  }
}

/** Whether the ends of a stretch still move apart. */
function goesOn(velocityBegin: Float64Array, velocityEnd: Float64Array, sum: Float64Array): boolean {
  return dot(velocityBegin, sum) > 0 && dot(velocityEnd, sum) > 0;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

function add(a: Float64Array, b: Float64Array, out: Float64Array): void {
  for (let i = 0; i < a.length; i++) out[i] = (a[i] as number) + (b[i] as number);
}

function copyEnd(from: End, to: End): void {
  to.position.set(from.position);
  to.momentum.set(from.momentum);
  to.gradient.set(from.gradient);
}

function logAdd(a: number, b: number): number {
  const high = Math.max(a, b);
  return high === Number.NEGATIVE_INFINITY ? high : high + Math.log1p(Math.exp(Math.min(a, b) - high));
}
